import type { ListMessages } from '../messages.js';
import { pt as shared } from '../shared/pt.js';

/** Portuguese of Brazil. */
export const pt: ListMessages = {
  ...shared,
  heading: 'Seus cartões salvos',
  loading: 'Carregando seus cartões…',
  empty: 'Ainda não há cartões salvos.',
  emptyManage: 'Os cartões que você salvar aparecerão aqui.',
  listFailed: 'Não conseguimos carregar seus cartões.',
  expires: (date) => `Validade ${date}`,
  expiresSoon: (date) => `Vence em breve: ${date}`,
  expiresThisMonth: () => 'Vence este mês',
  expired: (date) => `Venceu em ${date}`,
  defaultCard: 'Principal',
  unusable: 'Não pode ser usado',
  useAnotherCard: 'Usar outro cartão',
  newCard: 'Cartão de crédito ou débito',
  showAll: (count) => `Ver todos (${count})`,

  makeDefault: 'Usar como principal',
  makeDefaultNamed: (name) => `Usar como principal: ${name}`,
  remove: 'Remover',
  removeNamed: (name) => `Remover ${name}`,
  removed: (name) => `Você removeu ${name}`,
  undo: 'Desfazer',
  restored: (name) => `Seu ${name} continua salvo.`,
  removeFailed: 'Não conseguimos remover o cartão.',
  removeUnknown: 'Não sabemos se o cartão foi removido.',
  defaultChanged: (name) => `Cartão principal: ${name}.`,
  defaultFailed: 'Não conseguimos mudar o cartão principal.',
  defaultUnknown: 'Não sabemos se o cartão principal mudou.',
  nowChosen: (name) => `Cartão selecionado: ${name}.`,

  chooseCard: 'Escolha um cartão.',
  noUsableCard: 'Você não tem nenhum cartão que possa ser usado. Use outra forma de pagamento.',
  anotherMethod: 'outra forma de pagamento',
  listUnavailable: 'A loja teve um problema. Tente novamente ou pague com outro cartão.',

  retryWithoutCode: 'Se o pagamento não foi feito, você pode tentar novamente.',
  startAgain: 'Tentar de novo',
};
