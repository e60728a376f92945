import { readFileSync } from 'node:fs';

/** A fence of the README, and what the comment before it says of it. */
export interface Fence {
  /** `cut`: from files that tests run. `run`: a test takes it from the README. `compiled`. `read`: neither, with a reason. */
  readonly kind?: string | undefined;
  /** The files, the test, or the reason. */
  readonly about: string;
  readonly language: string;
  readonly code: string;
}

const FENCE = /(?:<!-- (\w+): (.*?) -->\n+)?```(\w*)\n([^]*?)\n```/g;

export const fencesOf = (readme: string): Fence[] =>
  [...readme.matchAll(FENCE)].map(([, kind, about = '', language = '', code = '']) => ({
    kind,
    about,
    language,
    code,
  }));

/** The README with every `cut` fence as its files have it: `file` is a whole one, `file#name` one declaration with its comment. */
export const withCuts = (readme: string): string =>
  readme.replaceAll(FENCE, (whole, kind: string | undefined, files: string, language: string) =>
    kind === 'cut'
      ? `<!-- cut: ${files} -->\n\n\`\`\`${language}\n${files.split(' ').map(cut).join('\n\n')}\n\`\`\``
      : whole,
  );

function cut(place: string): string {
  const [file = '', name] = place.split('#');
  const text = readFileSync(file, 'utf8').trim();
  if (name === undefined) return text;
  const start = new RegExp(`^(/\\*\\*(?:(?!\\*/)[^])*\\*/\n)?(export )?(async )?(function|const) ${name}\\b`, 'm').exec(
    text,
  );
  if (!start) throw new Error(`README.md names ${place}, which is not there`);
  const rest = text.slice(start.index);
  // The declaration ends before the next blank line after which something begins in the first column.
  return (/^[^]*?(?=\n\n\S|$(?![^]))/.exec(rest)?.[0] ?? rest).trim();
}
