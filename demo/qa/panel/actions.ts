import { byId, h } from '../dom.js';
import { removeFrames } from '../page-fault.js';
import type { Sandbox } from '../sandbox.js';
import type { Widgets } from '../widgets.js';
import type { EventLog } from './event-log.js';

interface ActionsParts {
  readonly widgets: Widgets;
  readonly sandbox: Sandbox | null;
  /** The public key, by which the sandbox knows the shop's account. */
  readonly account: string;
  readonly log: EventLog;
  /** Ends the fault without a reload of the page. */
  endFault(): Promise<void>;
}

/** The elements' methods and the sandbox's switches as buttons. */
export function actions({ widgets, sandbox, account, log, endFault }: ActionsParts): HTMLElement {
  const { list, addCard, outer } = widgets;
  const resetSandbox = async (target: Sandbox) => {
    await target.reset();
    location.reload();
  };
  const call = (label: string, method: () => Promise<unknown>) =>
    button(label, () => void logOutcome(log, label, method));
  return h(
    'div',
    { className: 'groups' },
    ...(list
      ? [
          group(
            '<mp-saved-cards>',
            call('tokenize()', () => list.tokenize()),
            button('reset()', () => list.reset()),
            button('reload()', () => list.reload()),
            button('focus()', () => list.focus()),
            button('reportValidity()', () => list.reportValidity()),
          ),
        ]
      : []),
    ...(addCard
      ? [
          group(
            '<mp-add-card>',
            call('save()', () => addCard.save()),
            call('tokenize()', () => addCard.tokenize()),
            button('reset()', () => addCard.reset()),
            button('focus()', () => addCard.focus()),
            button('toggle open', () => addCard.toggleAttribute('open')),
          ),
        ]
      : []),
    ...(sandbox
      ? [
          group(
            'the payment that waits',
            call('Mercado Pago approves it', () => sandbox.decide(shownPayment(), 'APRO', account)),
            call('Mercado Pago refuses it', () => sandbox.decide(shownPayment(), 'OTHE', account)),
            h('p', { className: 'hint' }, 'A webhook notifies the shop; its account page shows it.'),
          ),
        ]
      : []),
    group(
      'page and sandbox',
      button('end the fault', () => void endFault()),
      button('remove the fields’ frames', () => removeFrames(outer)),
      button('move the element', () => outer.parentElement?.append(outer)),
      button('clear the log', () => log.clear()),
      ...(sandbox ? [button('reset the sandbox', () => void resetSandbox(sandbox))] : []),
    ),
  );
}

const shownPayment = (): string => byId('payment-result', HTMLOutputElement).dataset['paymentId'] ?? '';

const group = (name: string, ...buttons: HTMLElement[]) =>
  h('fieldset', {}, h('legend', {}, name), h('div', { className: 'actions' }, ...buttons));

async function logOutcome(log: EventLog, label: string, method: () => Promise<unknown>): Promise<void> {
  try {
    log.add(`${label} resolved`, await method());
  } catch (error) {
    log.add(`${label} rejected`, error);
  }
}

function button(label: string, handleClick: () => void): HTMLButtonElement {
  const made = h('button', { type: 'button' }, label);
  made.addEventListener('click', handleClick);
  return made;
}
