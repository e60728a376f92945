import { createSSRApp } from 'vue';
import Page from './hydrated.vue';

createSSRApp(Page, { cards: document.getElementById('root')!.dataset.cards }).mount('#root');
