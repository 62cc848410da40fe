import type { AnnotateOptions, AnnotationDocument } from './document';

/** One article for the worker. A newer request supersedes all older ones. */
export interface Request {
  id: number;
  text: string;
  options: AnnotateOptions;
}

/**
 * Names come from a model that is loaded separately: `arriving` while it is on its way (the document
 * has everything else), `ready` afterwards, `none` when the language has no model of its own.
 */
export type Names = 'arriving' | 'ready' | 'none';

export interface Reply {
  id: number;
  document?: AnnotationDocument;
  names?: Names;
  error?: string;
}
