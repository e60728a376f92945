import type { MpSavedCardsElement } from '../../../src/elements.js';
import { h } from '../dom.js';
import type { Sandbox } from '../sandbox.js';
import type { EventLog } from './event-log.js';

interface ActionsParts {
  readonly element: MpSavedCardsElement;
  readonly sandbox: Sandbox | null;
  readonly log: EventLog;
  /** Takes the fault away without loading the page anew. */
  endFault(): Promise<void>;
}

/** The element's methods and the sandbox's switches as buttons. */
export function actions({ element, sandbox, log, endFault }: ActionsParts): HTMLElement {
  const resetSandbox = async (target: Sandbox) => {
    await target.reset();
    location.reload();
  };
  return h(
    'div',
    { className: 'actions' },
    button('tokenize()', () => void tokenize(element, log)),
    button('reset()', () => element.reset()),
    button('reload()', () => element.reload()),
    button('focus()', () => element.focus()),
    button('remove the code’s frame', () => element.replaceChildren()),
    button('end the fault', () => void endFault()),
    button('clear the log', () => log.clear()),
    ...(sandbox ? [button('reset the sandbox', () => void resetSandbox(sandbox))] : []),
  );
}

async function tokenize(element: MpSavedCardsElement, log: EventLog): Promise<void> {
  try {
    log.add('tokenize() resolved', await element.tokenize());
  } catch (error) {
    log.add('tokenize() rejected', error);
  }
}

function button(label: string, handleClick: () => void): HTMLButtonElement {
  const made = h('button', { type: 'button' }, label);
  made.addEventListener('click', handleClick);
  return made;
}
