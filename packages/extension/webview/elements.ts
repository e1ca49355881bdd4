type Attributes = Readonly<Record<string, string>>;

/** Makes an element; children may be texts, which are never read as HTML. */
export function element<K extends keyof HTMLElementTagNameMap>(
  tag: K,
  attributes: Attributes = {},
  ...children: (Node | string)[]
): HTMLElementTagNameMap[K] {
  const made = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) made.setAttribute(name, value);
  made.append(...children);
  return made;
}

/** A button with a sign on it and its meaning as a tooltip. */
export function button(sign: string, meaning: string, action: () => void): HTMLButtonElement {
  const made = element('button', { type: 'button', title: meaning, 'aria-label': meaning }, sign);
  made.addEventListener('click', action);
  return made;
}
