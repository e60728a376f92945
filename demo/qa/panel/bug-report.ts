import type { Diagnosis, DiagnosisCheck } from '../../../src/elements.js';
import { maskedText } from '../masking.js';

/** Everything that a report has in it, as it is shown on the page: masked. */
export interface Findings {
  /** Address of the page, which shows the state again. */
  readonly link: string;
  /** Name and value, one a line: versions, browser, window. */
  readonly facts: Readonly<Record<string, string>>;
  /** By the name of the element. */
  readonly diagnoses: Readonly<Record<string, Diagnosis>>;
  /** Oldest first, as the next ones. */
  readonly events: readonly string[];
  readonly exchanges: readonly string[];
}

const MARKS = new Map([
  [true, 'right'],
  [false, 'WRONG'],
  [null, 'not known'],
]);

/** A bug report in Markdown. Masked again as a whole, since it leaves this page. */
export function bugReport({ link, facts, diagnoses, events, exchanges }: Findings): string {
  const lines = [
    '**What happened, and what should have happened?**',
    '',
    '',
    '',
    `Link: ${link}`,
    ...Object.entries(facts).map(([name, value]) => `${name}: ${value}`),
    ...Object.entries(diagnoses).flatMap(([name, { checks }]) => [
      '',
      `## Diagnosis of <${name}>`,
      ...checks.map(checked),
    ]),
    '',
    '## Events',
    ...listed(events),
    '',
    '## Requests to the shop',
    ...listed(exchanges),
    '',
  ];
  return maskedText(lines.join('\n'));
}

const checked = ({ id, ok, message }: DiagnosisCheck): string =>
  [`- ${id}: ${MARKS.get(ok)}`, message].filter(Boolean).join('. ');

const listed = (lines: readonly string[]): string[] =>
  lines.length === 0 ? ['None.'] : lines.map((each) => `- ${each}`);
