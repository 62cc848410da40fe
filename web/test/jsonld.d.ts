/** What the tests use of it; the types that are published are those of an older version. */
declare module 'jsonld' {
  interface Options {
    documentLoader: (url: string) => Promise<{ document: object; documentUrl: string }>;
    /** Fails where something would be left out silently. */
    safe: boolean;
  }
  interface Quad {
    subject: { value: string };
    predicate: { value: string };
    object: { value: string; datatype?: { value: string } };
  }
  export function expand(document: object, options: Options): Promise<Record<string, unknown>[]>;
  export function toRDF(document: object, options: Options): Promise<Quad[]>;
}
