import { inertDocument } from '../core/trusted';

const kBlocks = new Set(
  'address article aside blockquote caption dd details dialog div dl dt fieldset figcaption figure footer form h1 h2 h3 h4 h5 h6 header hr li main nav ol p pre section summary table tr ul'.split(' '),
);
const kSilent = new Set('script style template noscript head title svg math iframe object select textarea button'.split(' '));

/**
 * The text of an HTML page or fragment as a reader sees it: blocks become paragraphs with a blank
 * line between them, `<br>` a line end, white space runs one space. Scripts are never run.
 */
export function htmlToText(markup: string): string {
  const paragraphs: string[] = [];
  let line = '';
  const flush = () => {
    const paragraph = line.replace(/[ \t\r\n\f]+/g, ' ').replace(/ ?\u2028 ?/g, '\n').trim();
    if (paragraph) paragraphs.push(paragraph);
    line = '';
  };
  const walk = (node: Node) => {
    if (node.nodeType === Node.TEXT_NODE) {
      line += node.nodeValue ?? '';
      return;
    }
    const name = node.nodeName.toLowerCase();
    if (kSilent.has(name)) return;
    if (name === 'br') {
      line += '\u2028';
      return;
    }
    const block = kBlocks.has(name);
    if (block) flush();
    else if (name === 'td' || name === 'th') line += ' ';
    node.childNodes.forEach(walk);
    if (block) flush();
  };
  walk(inertDocument(markup).body);
  flush();
  return paragraphs.join('\n\n');
}

/** Whether a fragment has paragraphs to keep; without them the plain text beside it is as good. */
export function hasParagraphs(markup: string): boolean {
  return /<(p|div|h[1-6]|li|blockquote|br|article|section|tr)[\s>/]/i.test(markup);
}
