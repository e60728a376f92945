import type { ListMessages } from '../messages.js';
import { es as shared } from '../shared/es.js';

/** Spanish without regional forms, with "tú". */
export const es: ListMessages = {
  ...shared,
  heading: 'Tus tarjetas guardadas',
  loading: 'Cargando tus tarjetas…',
  empty: 'Todavía no hay tarjetas guardadas.',
  emptyManage: 'Aquí verás las tarjetas que guardes.',
  listFailed: 'No pudimos cargar tus tarjetas.',
  expires: (date) => `Vence ${date}`,
  expiresSoon: (date) => `Vence pronto: ${date}`,
  expiresThisMonth: () => 'Vence este mes',
  expired: (date) => `Venció en ${date}`,
  defaultCard: 'Principal',
  unusable: 'No se puede usar',
  useAnotherCard: 'Usar otra tarjeta',
  newCard: 'Tarjeta de crédito o débito',
  showAll: (count) => `Ver todas (${count})`,

  makeDefault: 'Usar como principal',
  makeDefaultNamed: (name) => `Usar como principal: ${name}`,
  remove: 'Quitar',
  removeNamed: (name) => `Quitar ${name}`,
  removed: (name) => `Quitaste ${name}`,
  undo: 'Deshacer',
  restored: (name) => `Tu ${name} sigue guardada.`,
  removeFailed: 'No pudimos quitar la tarjeta.',
  removeUnknown: 'No sabemos si la tarjeta se quitó.',
  defaultChanged: (name) => `Tarjeta principal: ${name}.`,
  defaultFailed: 'No pudimos cambiar la tarjeta principal.',
  defaultUnknown: 'No sabemos si la tarjeta principal cambió.',
  nowChosen: (name) => `Tarjeta elegida: ${name}.`,

  chooseCard: 'Elige una tarjeta.',
  noUsableCard: 'No tienes tarjetas que se puedan usar. Usa otro medio de pago.',
  anotherMethod: 'otro medio de pago',
  listUnavailable: 'Hubo un problema en la tienda. Reintenta o paga con otra tarjeta.',

  retryWithoutCode: 'Si el pago no se hizo, puedes intentarlo otra vez.',
  startAgain: 'Volver a intentar',
};
