import type { SharedMessages } from '../messages.js';

/** Portuguese of Brazil. */
export const pt: SharedMessages = {
  retry: 'Tentar novamente',
  endingIn: (lastFourDigits) => `com final ${lastFourDigits}`,

  cardAdded: (name) => `Salvamos ${name}.`,

  securityCode: 'Código de segurança',
  codeHint: (length, location) => `${length} dígitos, ${location === 'front' ? 'na frente' : 'no verso'} do cartão`,
  codeOptional: '(opcional)',
  tokenizing: 'Verificando seu cartão…',
  fieldElsewhere: 'Nesta página só é possível preencher um cartão por vez.',
  useHere: 'Continuar aqui',

  installments: 'Parcelas',
  oneInstallment: 'À vista',
  interestFree: 'sem juros',
  installmentsLoading: 'Buscando as opções de pagamento…',
  installmentsFailed: 'Não conseguimos carregar as parcelas. Você pode pagar à vista.',

  checkNumber: 'Confira o número do cartão.',
  checkExpiration: 'Confira o mês e o ano de validade.',

  cardDuplicate: 'Este cartão já está salvo.',
  cardLimit: 'Você já tem o máximo de cartões salvos.',

  enterCode: (length) => `Digite os ${length} dígitos do código de segurança.`,
  checkCode: 'Confira o código de segurança.',
  checkCard: 'Não conseguimos verificar o cartão. Confira o código ou use outro cartão.',
  cardUnusable: 'Este cartão não pode mais ser usado. Use outro cartão.',
  mercadoPagoFailed: 'Não conseguimos nos conectar ao Mercado Pago. Confira sua conexão ou o bloqueador de anúncios.',
  checkConnection: 'Confira sua conexão e tente novamente.',
  notCharged: 'Nada foi cobrado. Confira sua conexão e tente novamente.',
  signInAgain: 'Sua sessão expirou. Entre na sua conta novamente.',
  unavailable: 'A loja teve um problema. Tente mais tarde ou use outra forma de pagamento.',
  tryLater: 'A loja teve um problema. Tente mais tarde.',

  paid: 'Seu pagamento foi aprovado',
  noNeedToPay: 'Você não precisa pagar novamente.',
  paymentPending: 'Seu pagamento está pendente',
  waitForConfirmation: 'Aguarde a confirmação antes de pagar novamente.',
  paymentChallenge: 'Seu banco precisa confirmar que é você',
  followBankSteps: 'Siga os passos do seu banco para concluir o pagamento.',
  paymentUnknown: 'Não sabemos se o pagamento foi feito',
  lookBeforePaying: 'Confira seu e-mail ou suas compras antes de pagar novamente.',
  paymentEnded: 'O pagamento não foi concluído',
  refusedPlain: 'Não foi possível fazer o pagamento',
  tryAgainOrUseAnother: 'Tente novamente ou use outro cartão.',

  codeRejected: 'O código não confere com o cartão',
  dataRejected: 'Algum dado não confere com o cartão',
  tryCodeAgain: (length, location) =>
    `Nada foi cobrado. Confira os ${length} dígitos ${location === 'front' ? 'da frente' : 'do verso'} e tente novamente.`,
  codeNeeded: 'Falta o código de segurança',
  enterCodeToPay: (length, location) =>
    `Nada foi cobrado. Digite os ${length} dígitos ${location === 'front' ? 'da frente' : 'do verso'} para pagar.`,
  cardDataUnclear: 'Algum dado do cartão não está correto',
  tryCodeOrAnother: 'Nada foi cobrado. Pode ser o código: digite-o novamente ou use outro cartão.',
  nothingCharged: 'Nada foi cobrado.',
  attemptNotCharged: 'Esta tentativa não foi cobrada.',
  checkDetails: 'Confira os dados do cartão, inclusive o nome.',
  insufficientFunds: 'O cartão não tem saldo ou limite suficiente',
  cardNotAccepted: 'Esta compra não pode ser paga com este cartão',
  tooManyAttempts: 'Você atingiu o limite de tentativas com este cartão',
  declined: 'O pagamento não foi aprovado',
  useAnother: 'Nada foi cobrado. Use outro cartão ou outra forma de pagamento.',
  cardDataRejected: 'Os dados deste cartão não conferem',
  addCardAgain: 'Nada foi cobrado. Use outro cartão ou adicione este novamente.',
  bankRefused: 'Seu banco não autorizou o pagamento',
  callBank: 'Nada foi cobrado. Ligue para seu banco para autorizar o pagamento e tente novamente, ou use outro cartão.',
  cardDisabled: 'Este cartão não está ativo',
  activateCard: 'Nada foi cobrado. Ligue para seu banco para ativá-lo e tente novamente, ou use outro cartão.',
  bankUnconfirmed: 'Seu banco não conseguiu confirmar o pagamento',
  confirmWithBank: 'Nada foi cobrado. Tente novamente e siga os passos do seu banco, ou use outro cartão.',
  installmentsRejected: 'O cartão não aceita esse número de parcelas',
  chooseOtherInstallments: 'Nada foi cobrado. Escolha outro número e tente novamente.',
  alreadyPaid: 'Parece que este pagamento já foi feito',
  checkPurchases: 'Nada foi cobrado novamente. Confira se sua compra já foi feita antes de pagar novamente.',
  notProcessed: 'Não conseguimos processar o pagamento',
  payAgain: 'Esta tentativa não foi cobrada. Tente novamente em alguns minutos ou use outro cartão.',

  anotherPayment: 'Fazer outro pagamento',
  alreadyPaidHere: 'Seu pagamento já foi aprovado. Para pagar novamente, use o botão “Fazer outro pagamento”.',
  retypeCode: (length, location) =>
    `Para tentar de novo, digite novamente os ${length} dígitos ${location === 'front' ? 'da frente' : 'do verso'}.`,
};
