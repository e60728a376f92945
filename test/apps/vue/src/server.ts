import { createSSRApp } from 'vue';
import { renderToString } from 'vue/server-renderer';
import Page from './hydrated.vue';

export const html = (cards: string | undefined) => renderToString(createSSRApp(Page, { cards }));
