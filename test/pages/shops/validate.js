/* global jQuery, shop */
jQuery(function ($) {
  $('#checkout').validate({ rules: { terms: 'required' }, invalidHandler: shop.agreed });
});
