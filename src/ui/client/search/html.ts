type Attributes = Readonly<Record<string, string>>;
type Child = Node | string | undefined | false;

/**
 * An element with a class, attributes and children: `h('p.dateline', { lang: 'en' }, 'text')`. Text stays
 * text: nothing here reads markup, so the security header's Trusted Types have nothing to forbid.
 */
export function h<Name extends keyof HTMLElementTagNameMap>(
  tag: Name | `${Name}.${string}`,
  ...parts: (Attributes | Child | readonly Child[])[]
): HTMLElementTagNameMap[Name] {
  const [name, ...classes] = tag.split('.') as [Name, ...string[]];
  const element = document.createElement(name);
  element.classList.add(...classes);
  for (const part of parts.flat()) {
    if (part instanceof Node || typeof part === 'string') element.append(part);
    else if (part)
      for (const [key, value] of Object.entries(part)) element.setAttribute(key, value);
  }
  return element;
}
