/** Small helpers around the DOM. Text always goes in as text nodes. */

type Child = Node | string | null | undefined | false;
type Handlers = { [K in keyof HTMLElementEventMap as `on${K}`]?: (event: HTMLElementEventMap[K]) => void };
type Attributes = Handlers & { [name: string]: unknown };

/** An element with attributes (`true` sets an empty one, `null` and `false` none), listeners and children. */
export function h<K extends keyof HTMLElementTagNameMap>(
  tag: K,
  attributes: Attributes = {},
  ...children: Child[]
): HTMLElementTagNameMap[K] {
  const element = document.createElement(tag);
  set(element, attributes);
  append(element, children);
  return element;
}

/** The same for SVG. */
export function svg<K extends keyof SVGElementTagNameMap>(
  tag: K,
  attributes: Attributes = {},
  ...children: Child[]
): SVGElementTagNameMap[K] {
  const element = document.createElementNS('http://www.w3.org/2000/svg', tag);
  set(element, attributes);
  append(element, children);
  return element;
}

function set(element: Element, attributes: Attributes): void {
  for (const [name, value] of Object.entries(attributes)) {
    if (name.startsWith('on')) element.addEventListener(name.slice(2), value as EventListener);
    else if (value !== null && value !== undefined && value !== false) {
      element.setAttribute(name, value === true ? '' : String(value));
    }
  }
}

function append(parent: Element, children: Child[]): void {
  for (const child of children) if (child) parent.append(child);
}

/** Sets attributes, those that differ: what is set anew is styled anew. */
export function label(element: Element, attributes: Record<string, string>): void {
  for (const [name, value] of Object.entries(attributes)) {
    if (element.getAttribute(name) !== value) element.setAttribute(name, value);
  }
}

/** Sets text only when it differs, so that a live region does not repeat itself. */
export function write(element: Element, text: string): void {
  if (element.textContent !== text) element.textContent = text;
}

/** A child of a keyed list: made anew only when its signature differs from what stands there. */
export interface Keyed {
  key: string;
  signature: string;
  make: () => HTMLElement;
}

const signatures = new WeakMap<Element, { key: string; signature: string }>();

/**
 * Makes the children of `parent` be `wanted`, in order, reusing every element whose key and signature
 * are unchanged. Focus stays on a reused element; in a new one it goes where it was by `data-focus`.
 */
export function reconcile(parent: Element, wanted: readonly Keyed[]): void {
  const focused = parent.contains(document.activeElement) ? (document.activeElement as HTMLElement) : null;
  const focusKey = focused?.dataset['focus'] ?? null;
  const owner = focused ? keyOf(focused, parent) : null;
  const old = new Map<string, HTMLElement>();
  const keys = new Set(wanted.map(({ key }) => key));
  for (const child of [...parent.children]) {
    const key = signatures.get(child)?.key ?? '';
    // Gone before the others are put in order: all of them would be moved past it.
    if (keys.has(key)) old.set(key, child as HTMLElement);
    else child.remove();
  }
  let at: Element | null = parent.firstElementChild;
  for (const { key, signature, make } of wanted) {
    const present = old.get(key);
    if (present && signatures.get(present)?.signature === signature) {
      old.delete(key);
      if (present === at) at = at.nextElementSibling;
      else parent.insertBefore(present, at);
      continue;
    }
    if (present) {
      old.delete(key);
      if (present === at) at = at.nextElementSibling;
      const made = redraw(present, { key, signature, make });
      if (made.nextElementSibling !== at) parent.insertBefore(made, at);
    } else parent.insertBefore(draw({ key, signature, make }), at);
  }
  if (focused && !focused.isConnected && owner !== null && focusKey !== null) {
    const next = [...parent.children].find((child) => signatures.get(child)?.key === owner);
    next?.querySelector<HTMLElement>(`[data-focus="${CSS.escape(focusKey)}"]`)?.focus();
  }
}

/** Puts a newly made child in the place of one that stands there. */
export function redraw(present: Element, wanted: Keyed): HTMLElement {
  const made = draw(wanted);
  present.replaceWith(made);
  return made;
}

function draw({ key, signature, make }: Keyed): HTMLElement {
  const made = make();
  signatures.set(made, { key, signature });
  return made;
}

function keyOf(element: Element, parent: Element): string | null {
  let at: Element | null = element;
  while (at && at.parentElement !== parent) at = at.parentElement;
  return at ? (signatures.get(at)?.key ?? null) : null;
}
