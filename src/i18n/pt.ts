import type { Messages } from './messages.js';

/** Portuguese of Brazil. */
export const pt: Messages = {
  heading: 'Seus cartões salvos',
  loading: 'Carregando seus cartões…',
  empty: 'Você ainda não tem cartões salvos.',
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
  codeOptional: 'Se o seu cartão não tem código, deixe em branco.',
  tokenizing: 'Verificando seu cartão…',

  chooseCard: 'Escolha um cartão.',
  enterCode: (length) => `Digite os ${length} números do código de segurança.`,
  checkCode: 'Confira o código de segurança.',
  codeLost: 'O código de segurança foi apagado. Digite-o novamente.',
  checkCodeOrCard: 'Não conseguimos verificar o cartão. Confira o código de segurança ou escolha outro cartão.',
  cardUnknown: 'Este cartão não está mais disponível. Escolha outro.',
  cardExpired: 'Este cartão está vencido. Escolha outro.',
  cardDuplicate: 'Este cartão já está salvo.',
  cardLimit: 'Não é possível salvar mais cartões. Remova um para adicionar outro.',
  mercadoPagoFailed: 'Não conseguimos conectar ao Mercado Pago. Confira sua conexão ou seu bloqueador de anúncios.',
  checkConnection: 'Confira sua conexão e tente novamente.',
  notCharged: 'Nada foi cobrado. Confira sua conexão e tente novamente.',
  shopFailed: 'A loja teve um problema. Tente novamente em alguns minutos.',
  signInAgain: 'Sua sessão terminou. Entre na sua conta novamente.',
  unavailable: 'Este meio de pagamento não está disponível. Use outro, por favor.',
};
