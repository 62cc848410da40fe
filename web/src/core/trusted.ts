/**
 * The page's one Trusted Types policy (named in the Content-Security-Policy of index.html). It lets
 * through the scripts the page starts itself, and markup only on its way into an inert document.
 */
interface Policy {
  createHTML(markup: string): string;
  createScriptURL(url: string): string;
}

const rules: Policy = {
  createHTML: quieted,
  createScriptURL: (url) => {
    const { origin, protocol } = new URL(url, location.href);
    if (protocol !== 'blob:' && origin !== location.origin) throw new TypeError(`not ours: ${url}`);
    return url;
  },
};

/** The page's policy stops inline styles and handlers anyway, but would say so on the console for each. */
function quieted(markup: string): string {
  return markup
    .replace(/<(script|style)\b[^]*?<\/\1\s*>/gi, '')
    .replace(/<[a-z][^>]*>/gi, (tag) => tag.replace(/[\s"'/](style|on[a-z]+)\s*=\s*("[^"]*"|'[^']*'|[^\s>]+)/gi, ' '));
}

const factory = (globalThis as { trustedTypes?: { createPolicy(name: string, rules: Policy): Policy } }).trustedTypes;
const policy = factory ? factory.createPolicy('manicule', rules) : rules;

/** Parsed without a browsing context: no script runs, nothing is loaded. */
export function inertDocument(markup: string): Document {
  return new DOMParser().parseFromString(policy.createHTML(markup), 'text/html');
}

export function scriptUrl(url: string): string {
  return policy.createScriptURL(url);
}
