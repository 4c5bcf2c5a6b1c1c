import { afterNextRender, Component, inject, signal } from '@angular/core';
import { fileTypes } from '../../shared/file';
import { FilesClient } from '../files-client';

@Component({
  selector: 'app-files-page',
  template: `
    <main>
      <h1>Files</h1>

      <label for="file">Add a PNG, a JPEG or a PDF</label>
      <div class="row">
        <input
          #chosen
          id="file"
          type="file"
          [accept]="types"
          [disabled]="!ready()"
          aria-describedby="file-status"
          (change)="send(chosen)"
        />
      </div>
      <p id="file-status" role="status">{{ status() }}</p>

      @if (list.hasValue()) {
        <ul aria-label="Files, the newest first">
          @for (file of list.value(); track file.id) {
            <li>
              <a [href]="'/api/files/' + file.id">{{ file.name }}</a>
              <span>{{ file.size }} bytes</span>
            </li>
          } @empty {
            <li>There are no files.</li>
          }
        </ul>
      } @else if (list.error()) {
        <p class="error">The files could not be loaded.</p>
      }
    </main>
  `,
})
export default class FilesPage {
  readonly #client = inject(FilesClient);

  protected readonly types = fileTypes.join(',');
  protected readonly list = this.#client.list;
  protected readonly status = signal('');
  protected readonly ready = signal(false);

  constructor() {
    afterNextRender(() => this.ready.set(true));
  }

  protected async send(input: HTMLInputElement): Promise<void> {
    const file = input.files?.[0];
    if (!file) {
      return;
    }
    this.status.set(`“${file.name}” is on its way.`);
    try {
      const refused = await this.#client.send(file);
      this.status.set(refused ?? `“${file.name}” is kept.`);
    } catch {
      this.status.set(`“${file.name}” did not arrive. Try again.`);
    }
    input.value = '';
  }
}
