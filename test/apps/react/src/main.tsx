import { StrictMode, useEffect, useState } from 'react';
import { createRoot } from 'react-dom/client';
import { Checkout } from './checkout';

interface Payment {
  id?: number;
  status?: string;
  status_detail?: string;
}

/** What a test presses around the checkout: it leaves and comes back, and it is rendered again. */
function App() {
  const [isOpen, setOpen] = useState(true);
  const [renders, setRenders] = useState(0);
  const [payment, setPayment] = useState<Payment>({});
  // StrictMode runs it twice in a development build.
  useEffect(() => {
    const root = document.documentElement;
    root.dataset.effects = String(Number(root.dataset.effects ?? 0) + 1);
  }, []);
  return (
    <>
      {isOpen && <Checkout amount={129.9} onAnswer={(answer) => setPayment(answer as Payment)} />}
      <button id="toggle" type="button" onClick={() => setOpen(!isOpen)}>
        {isOpen ? 'Leave' : 'Back to the checkout'}
      </button>
      <button id="render" type="button" onClick={() => setRenders(renders + 1)}>
        {renders}
      </button>
      <output
        id="payment-result"
        data-status={payment.status}
        data-status-detail={payment.status_detail}
        data-payment-id={payment.id}
      />
    </>
  );
}

createRoot(document.getElementById('root')!).render(
  <StrictMode>
    <App />
  </StrictMode>,
);
