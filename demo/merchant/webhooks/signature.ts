import { InvalidWebhookSignatureError, WebhookSignatureValidator, type SignatureFailureReason } from 'mercadopago';

interface Signed {
  readonly xSignature: string | undefined;
  readonly xRequestId: string | undefined;
  /** `data.id` of the query. The signature covers nothing of the body. */
  readonly dataId: string | undefined;
}

/**
 * Why a webhook is not from Mercado Pago; `null` when it is.
 *
 * The documentation signs `data.id` in lower case, the SDKs as it was sent: either will do. Both are always computed, each
 * compared in constant time. The age of the signature is not looked at, since documentation and SDKs disagree on its unit,
 * and a repeated webhook only has the shop read the payment again.
 */
export function signatureFault({ dataId, ...headers }: Signed, secret: string): SignatureFailureReason | null {
  const [fault = null, ...others] = [dataId, dataId?.toLowerCase()].map((id) =>
    faultOf({ ...headers, dataId: id, secret }),
  );
  return others.includes(null) ? null : fault;
}

function faultOf(signed: Signed & { readonly secret: string }): SignatureFailureReason | null {
  try {
    WebhookSignatureValidator.validate(signed);
    return null;
  } catch (error) {
    if (error instanceof InvalidWebhookSignatureError) return error.reason;
    throw error;
  }
}
