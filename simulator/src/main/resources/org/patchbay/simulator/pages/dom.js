// Builds elements; text is always set as text, never as HTML.

/** An element with attributes and children. `on…` attributes are listeners; null and false are left out. */
export function el(name, attributes = {}, ...children) {
  const element = document.createElement(name);
  for (const [key, value] of Object.entries(attributes)) {
    if (value === null || value === undefined || value === false) continue;
    if (key.startsWith('on')) element.addEventListener(key.slice(2), value);
    else element.setAttribute(key, value === true ? '' : value);
  }
  element.append(...children.flat().filter((child) => child !== null && child !== undefined));
  return element;
}

/** Replaces the children only when `state` changed, so that focus and selection survive. */
export function renderWhenChanged(element, state, build) {
  const key = JSON.stringify(state);
  if (element.dataset.state === key) return false;
  element.dataset.state = key;
  element.replaceChildren(...[build()].flat());
  return true;
}

export function show(element, shown) {
  element.hidden = !shown;
}

/** Copies, and says so on the button for a moment. */
export function copyButton(label, text) {
  const button = el('button', { class: 'button quiet small', type: 'button' }, label);
  button.addEventListener('click', async () => {
    const copied = await copy(text());
    button.textContent = copied ? 'Copied' : 'Not copied';
    setTimeout(() => { button.textContent = label; }, 1500);
  });
  return button;
}

async function copy(text) {
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    return false; // by an address other than localhost, browsers keep the clipboard to themselves
  }
}
