/** The tree and those of all open shadow roots in it: none of them shows what is in another. */
export function trees(root: Document | ShadowRoot): (Document | ShadowRoot)[] {
  const inner = [...root.querySelectorAll('*')].flatMap(({ shadowRoot }) => (shadowRoot ? trees(shadowRoot) : []));
  return [root, ...inner];
}
