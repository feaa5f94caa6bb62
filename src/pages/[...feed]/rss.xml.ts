import { rssFeeds } from '../../outputs/feeds/feed.ts';
import { toRss } from '../../outputs/feeds/rss.ts';
import { type FeedRoute, feedPaths, feedResponse, getFeedSource } from '../../press/site/feeds.ts';

export const getStaticPaths = () => feedPaths(rssFeeds);

export const GET: FeedRoute = async ({ props }) =>
  feedResponse(await toRss(props.feed(await getFeedSource())));
