/** Has the shop's own server fail for this browser, see `demo/shop-faults.ts`; without a fault it works again. */
export function orderShopFault(fault: string | undefined): void {
  document.cookie = `shop_fault=${fault ?? ''}; path=/; samesite=strict; max-age=${fault ? 3600 : 0}`;
}
