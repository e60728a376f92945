import type { LitElement } from 'lit';
import type { CardListLink } from '../core/card-list-link.js';
import type { FeatureContext } from '../core/feature.js';
import type { FormMessages } from '../i18n/messages.js';
import type { FocusTarget } from './focus-target.js';
import type { Settings } from './settings.js';
import type { Action, State } from './state.js';

/** The properties of the element that its features read or write. */
export interface FormHost extends LitElement {
  /** Id of the list that shows the new card. */
  readonly htmlFor: string;
  /** The page's own amount, without that of a list. */
  readonly amount: string | number;
  /** The form shows. */
  open: boolean;
  /** Why the payment before this page was refused. */
  statusDetail: string;
}

/** What a feature of the form may know of its element. */
export interface FormContext extends FeatureContext<State, Action, FocusTarget, FormMessages> {
  readonly host: FormHost;
  /** How the page, and the list, have set up the form. Read when it is needed: it may change at any time. */
  settings(): Settings;
  /** The list that the form belongs to. */
  list(): CardListLink | undefined;
}
