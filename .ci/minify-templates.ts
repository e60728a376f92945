import { transform } from 'lightningcss';
import MagicString from 'magic-string';
import { Visitor, parseAst, type Plugin } from 'vite';

/** White space around these is not rendered: they are block elements, or are inside an `<svg>` or a `<select>`. */
const BLOCK = /^<\/?(div|fieldset|form|h[1-6]|legend|li|ol|option|p|path|rect|section|ul)[\s>]/;

/** White space as HTML sees it: a non-breaking space is none. */
const SPACE = /[ \t\n\r\f]+/g;

/** Replaces a placeholder of Lit while a template is one text: neither white space nor a quote. */
const HOLE = '\0';

/**
 * The same template in fewer bytes. White space becomes one space, and is removed where it is not rendered: around blocks and before
 * the end of a tag. What is between quotes, and every placeholder, stays.
 *
 * @param parts the texts between the placeholders
 */
export function minifyHtml(parts: readonly string[]): string[] {
  const pieces = parts.join(HOLE).split(/(<(?:"[^"]*"|'[^']*'|[^"'>])*>)/);
  const isBlock = (index: number) => BLOCK.test(pieces[index] ?? '');
  return pieces
    .map((piece, index) => {
      if (index % 2 === 1) return minifyTag(piece);
      const text = isBlock(index - 1) ? piece.replace(/^[ \t\n\r\f]+/, '') : piece;
      return (isBlock(index + 1) ? text.replace(/[ \t\n\r\f]+$/, '') : text).replace(SPACE, ' ');
    })
    .join('')
    .split(HOLE);
}

const minifyTag = (tag: string): string =>
  tag
    .split(/("[^"]*"|'[^']*')/)
    .map((piece, index) => (index % 2 === 1 ? piece : piece.replace(SPACE, ' ').replace(/ >$/, '>')))
    .join('');

/** The same style sheet in fewer bytes: nothing is lowered for older browsers. */
export function minifyCss(sheet: string): string {
  return transform({ filename: 'styles.css', code: Buffer.from(sheet), minify: true }).code.toString();
}

/** Minifies the `html` and `css` templates of our sources, which no minifier of JavaScript may touch. */
export function minifyTemplates(): Plugin {
  return {
    name: 'minify-templates',
    apply: 'build',
    transform: {
      order: 'post',
      filter: { id: /\/src\/.*\.ts$/ },
      handler(code) {
        const text = new MagicString(code);
        const visitor = new Visitor({
          TaggedTemplateExpression({ tag, quasi: { quasis, start, end } }) {
            if (tag.type !== 'Identifier') return;
            if (tag.name === 'css' && quasis.length === 1)
              text.update(start, end, `\`${escaped(minifyCss(quasis[0]?.value.cooked ?? ''))}\``);
            if (tag.name === 'html')
              minifyHtml(quasis.map(({ value }) => value.raw)).forEach((part, index) => {
                const quasi = quasis[index];
                if (quasi && part !== quasi.value.raw) text.update(quasi.start, quasi.end, part);
              });
          },
        });
        visitor.visit(parseAst(code));
        return text.hasChanged() ? { code: text.toString(), map: text.generateMap({ hires: true }) } : null;
      },
    },
  };
}

const escaped = (text: string) => text.replace(/[\\`]|\$\{/g, '\\$&');
