/** TwiML with a line for each element, indented; what is no XML stays as it is. */
export function prettyTwiml(xml: string): string {
  const parsed = new DOMParser().parseFromString(xml, 'application/xml');
  if (parsed.querySelector('parsererror') || !parsed.documentElement) return xml;
  return lines(parsed.documentElement, '').join('\n');
}

function lines(element: Element, indent: string): string[] {
  const attributes = [...element.attributes].map(
    ({ name, value }) => ` ${name}="${escaped(value)}"`,
  );
  const open = `${indent}<${element.nodeName}${attributes.join('')}`;
  const inside = [...element.childNodes].flatMap((node) => {
    if (node.nodeType === Node.ELEMENT_NODE) return lines(node as Element, `${indent}  `);
    const text = node.textContent?.trim();
    return text ? [`${indent}  ${escaped(text)}`] : [];
  });
  if (inside.length === 0) return [`${open}/>`];
  const only = inside[0] ?? '';
  if (element.children.length === 0) return [`${open}>${only.trim()}</${element.nodeName}>`];
  return [`${open}>`, ...inside, `${indent}</${element.nodeName}>`];
}

const escaped = (text: string): string =>
  text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;');
