/** The tree and the trees of all open shadow roots in it, which `querySelector` does not enter. */
export function trees(root: Document | ShadowRoot): (Document | ShadowRoot)[] {
  const inner = [...root.querySelectorAll('*')].flatMap(({ shadowRoot }) => (shadowRoot ? trees(shadowRoot) : []));
  return [root, ...inner];
}
