import type { AnnotateOptions, AnnotationDocument, Part } from './document';

/** What the page asks of the worker. */
export type Request =
  /** To start with this code, which the page has compiled: browsers keep what they compiled for a page. */
  | { type: 'core'; code: WebAssembly.Module }
  /** To have the names of a language at hand: its articles will probably be read. */
  | { type: 'expect'; language: string }
  | TextRequest;

export interface TextRequest {
  type: 'text';
  /** Grows with every version of the article. */
  id: number;
  /** The article; a newer one supersedes those that wait. With `part`, that stretch of it: answered at once or not at all. */
  text: string;
  part?: Part;
  options: AnnotateOptions;
}

/**
 * Names come from a model that is loaded separately: `arriving` while it is on its way (the document
 * has everything else), `ready` afterwards, `none` when the language has no model of its own.
 */
export type Names = 'arriving' | 'ready' | 'none';

export interface Reply {
  id: number;
  /** Its offsets count from the beginning of `text` as it was sent. */
  document?: AnnotationDocument;
  part?: Part;
  names?: Names;
  error?: string;
}
