/** The annotator as built by `cmake --build --preset wasm`: build/wasm/manicule.mjs. */

export interface Manicule {
  /**
   * Annotates an article. `options` is JSON, `{"lang"?, "date"?, "messages"?, "disable"?: string[]}`:
   * the article's language and reference date where they are known, the language of the alerts'
   * messages, the kinds of alert to leave out. `json` is an annotation document `manicule/1` whose
   * offsets count UTF-16 units, as `text.slice()` does; or `error` is one sentence and `json` empty.
   * Any text is valid, so only the options can be wrong.
   */
  annotate(text: string, options: string): { json: string; error: string };

  /**
   * Hands over a file of core/data that is not part of the code, by its path there
   * ("fr/entities.model", "all/names.bin"); what it holds is used from then on. Returns what is wrong with it in one
   * sentence, or "".
   */
  loadModel(name: string, bytes: Uint8Array): string;
}

export interface ModuleOptions {
  /** The bytes of manicule.wasm; fetched when they are not given. Node has to give them. */
  wasmBinary?: ArrayBuffer | Uint8Array;
  /** Where "manicule.wasm" is fetched from; beside the module when not given. */
  locateFile?(file: string, folder: string): string;
  /** Makes an instance of code that was compiled elsewhere: calls `done` with it, and returns `{}`. */
  instantiateWasm?(imports: WebAssembly.Imports, done: (instance: WebAssembly.Instance) => void): object;
}

export default function createManicule(options?: ModuleOptions): Promise<Manicule>;
