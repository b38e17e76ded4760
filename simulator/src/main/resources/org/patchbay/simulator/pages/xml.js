// TwiML as a tree that is easy to read; anything that is no XML stays as it came.

import { el } from './dom.js';

/** Nodes that show the document. */
export function twiml(text) {
  const document = new DOMParser().parseFromString(text, 'application/xml');
  return document.querySelector('parsererror') ? [text] : element(document.documentElement, '');
}

export function looksLikeXml(text) {
  return text.trimStart().startsWith('<');
}

function element(node, indent) {
  const attributes = [...node.attributes].flatMap((attribute) => [
    ' ', el('span', { class: 'attr' }, attribute.name), '=', el('span', { class: 'value' }, `"${attribute.value}"`)]);
  const open = [indent, '<', tag(node), ...attributes];
  const children = [...node.childNodes].filter((child) => child.nodeType !== Node.TEXT_NODE || child.textContent.trim());
  if (children.length === 0) return [...open, '/>\n'];
  const onlyText = children.every((child) => child.nodeType !== Node.ELEMENT_NODE);
  const close = ['</', tag(node), '>\n'];
  if (onlyText) return [...open, '>', node.textContent.trim(), ...close];
  return [...open, '>\n', ...children.flatMap((child) => inside(child, `${indent}  `)), indent, ...close];
}

function inside(child, indent) {
  if (child.nodeType === Node.ELEMENT_NODE) return element(child, indent);
  return [indent, child.nodeType === Node.COMMENT_NODE ? `<!--${child.data}-->` : child.textContent.trim(), '\n'];
}

function tag(node) {
  return el('span', { class: 'tag' }, node.tagName);
}
