import { VERSION } from '../../../src/version.js';
import { h } from '../dom.js';
import type { Widgets } from '../widgets.js';
import { bugReport } from './bug-report.js';
import { copyButton } from './copy-button.js';
import { diagnoses } from './diagnosis.js';

interface ReportParts {
  readonly widgets: Widgets;
  readonly events: { readonly lines: readonly string[] };
  readonly exchanges: { readonly lines: readonly string[] };
}

declare global {
  /** Lit's own record of its copies on the page. */
  var litElementVersions: string[] | undefined;
}

/** One press that copies a whole bug report, and the section that shows what was copied. */
export function report({ widgets, events, exchanges }: ReportParts): {
  readonly button: HTMLButtonElement;
  readonly section: HTMLDetailsElement;
} {
  const shown = h('code', {}, 'Nothing yet.');
  const section = h(
    'details',
    { className: 'section' },
    h('summary', {}, h('h3', {}, 'Bug report')),
    h('p', { className: 'hint' }, 'What “copy bug report” copies: no token, no number of a card, no code, no address.'),
    h('pre', { tabIndex: 0, role: 'region', ariaLabel: 'Bug report' }, shown),
  );
  const write = async () => {
    const facts = {
      Versions: `mp-saved-cards ${VERSION}, Lit ${(globalThis.litElementVersions ?? []).join(' and ')}`,
      Browser: navigator.userAgent,
      Window: `${innerWidth} × ${innerHeight}, ${devicePixelRatio} pixels each, ${navigator.languages.join(', ')}`,
      Elements: widgets.all
        .map(({ localName, state, complete }) => `<${localName}> ${state}, ${complete ? 'complete' : 'not complete'}`)
        .join('; '),
      Time: new Date().toISOString(),
    };
    const text = bugReport({
      link: location.href,
      facts,
      diagnoses: await diagnoses(widgets.all),
      events: events.lines,
      exchanges: exchanges.lines,
    });
    shown.textContent = text;
    return text;
  };
  const button = copyButton('copy bug report', write, () => (section.open = true));
  return { button, section };
}
