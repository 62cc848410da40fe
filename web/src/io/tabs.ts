/** What has become of an article: written to the database, or deleted; `null` stands for all. */
export type News = { kept: string } | { deleted: string | null };

/** The other tabs in which this browser shows the page. They share one database. */
export class Tabs {
  private readonly channel = new BroadcastChannel('manicule');

  constructor(onNews: (news: News) => void) {
    this.channel.onmessage = ({ data }: MessageEvent<News>) => onNews(data);
  }

  tell(news: News): void {
    this.channel.postMessage(news);
  }
}
