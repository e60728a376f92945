import type { Messages } from './messages.js';

/** Portuguese of Brazil. */
export const pt: Messages = {
  heading: 'Seus cartões salvos',
  loading: 'Carregando seus cartões…',
  empty: 'Ainda não há cartões salvos.',
  listFailed: 'Não conseguimos carregar seus cartões.',
  retry: 'Tentar novamente',

  expires: (date) => `Vence em ${date}`,
  expiresSoon: (date) => `Vence em breve: ${date}`,
  expiresThisMonth: () => 'Vence este mês',
  expired: (date) => `Venceu em ${date}`,
  defaultCard: 'Padrão',
  endingIn: (lastFourDigits) => `com final ${lastFourDigits}`,

  securityCode: 'Código de segurança',
  codeHint: (length, location) => `${length} números, ${location === 'front' ? 'na frente' : 'no verso'} do cartão`,
  codeOptional: '(opcional)',
  tokenizing: 'Verificando seu cartão…',

  chooseCard: 'Escolha um cartão.',
  noUsableCard: 'Nenhum cartão pode ser usado. Use outra forma de pagamento.',
  enterCode: (length) => `Digite os ${length} números do código de segurança.`,
  checkCode: 'Confira o código de segurança.',
  checkCard: 'Não conseguimos verificar o cartão. Confira o código ou escolha outro.',
  cardUnusable: 'Este cartão não pode mais ser usado. Escolha outro.',
  mercadoPagoFailed: 'Não conseguimos conectar ao Mercado Pago. Confira sua conexão ou o bloqueador de anúncios.',
  checkConnection: 'Confira sua conexão e tente novamente.',
  notCharged: 'Nada foi cobrado. Confira sua conexão e tente novamente.',
  signInAgain: 'Sua sessão terminou. Entre na sua conta novamente.',
  unavailable: 'A loja teve um problema. Tente mais tarde ou use outro meio de pagamento.',
};
