import type { Article } from '../model/article';

export interface Recent {
  id: string;
  title: string;
  updated: string;
}

/** The articles kept in this browser. All methods reject where the browser keeps nothing. */
export class Database {
  private readonly opened: Promise<IDBDatabase>;

  constructor(name = 'manicule') {
    this.opened = new Promise((resolve, reject) => {
      const request = indexedDB.open(name, 1);
      request.onupgradeneeded = () => {
        request.result.createObjectStore('articles', { keyPath: 'id' }).createIndex('updated', 'updated');
      };
      request.onsuccess = () => resolve(request.result);
      request.onerror = () => reject(request.error);
    });
    // Whoever uses it hears of the failure; nobody may.
    this.opened.catch(() => undefined);
  }

  put(article: Article): Promise<unknown> {
    return this.run('readwrite', (store) => store.put(article));
  }
  get(id: string): Promise<Article | undefined> {
    return this.run('readonly', (store) => store.get(id));
  }
  delete(id: string): Promise<unknown> {
    return this.run('readwrite', (store) => store.delete(id));
  }
  clear(): Promise<unknown> {
    return this.run('readwrite', (store) => store.clear());
  }
  /** Newest first. */
  async all(): Promise<Article[]> {
    const articles: Article[] = await this.run('readonly', (store) => store.index('updated').getAll());
    return articles.reverse();
  }

  private async run<T>(mode: IDBTransactionMode, work: (store: IDBObjectStore) => IDBRequest<T>): Promise<T> {
    const database = await this.opened;
    return new Promise((resolve, reject) => {
      const transaction = database.transaction('articles', mode, { durability: 'relaxed' });
      const request = work(transaction.objectStore('articles'));
      transaction.oncomplete = () => resolve(request.result);
      transaction.onabort = () => reject(transaction.error ?? request.error);
    });
  }
}
