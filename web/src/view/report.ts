import type { App } from '../app/app';
import type { FileDesk } from '../app/file-desk';
import { h } from './dom';

export class ReportView {
  readonly element = h('div', { class: 'report' });
  constructor(app: App, _desk: FileDesk) {
    app.onState((state) => {
      this.element.hidden = state.mode !== 'report';
    });
  }
}
