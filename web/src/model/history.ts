/** Unlimited undo over immutable values. */
export class History<T> {
  private past: T[] = [];
  private future: T[] = [];
  private lastTag: string | null = null;

  constructor(private value: T) {}

  get present(): T {
    return this.value;
  }
  get canUndo(): boolean {
    return this.past.length > 0;
  }
  get canRedo(): boolean {
    return this.future.length > 0;
  }

  /** Changes in a row with the same tag (the letters of one note) are undone together. */
  push(value: T, tag: string | null = null): void {
    if (tag === null || tag !== this.lastTag || !this.past.length) this.past.push(this.value);
    this.value = value;
    this.future = [];
    this.lastTag = tag;
  }

  /** Changes every version alike, as when the text below them is edited. */
  rewrite(change: (value: T) => T): void {
    this.value = change(this.value);
    this.lastTag = null;
  }

  undo(): boolean {
    const value = this.past.pop();
    if (value === undefined) return false;
    this.future.push(this.value);
    this.value = value;
    this.lastTag = null;
    return true;
  }

  redo(): boolean {
    const value = this.future.pop();
    if (value === undefined) return false;
    this.past.push(this.value);
    this.value = value;
    this.lastTag = null;
    return true;
  }
}
