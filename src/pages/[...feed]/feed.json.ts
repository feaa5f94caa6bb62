import { wholeFeed } from '../../outputs/feeds/feed.ts';
import { toJsonFeed } from '../../outputs/feeds/json-feed.ts';
import { type FeedRoute, feedPaths, feedResponse, getFeedSource } from '../../press/site/feeds.ts';
import { FEEDS } from '../../record/routes.ts';

export const getStaticPaths = () => feedPaths(wholeFeed);

export const GET: FeedRoute = async ({ props }) =>
  feedResponse(toJsonFeed(props.feed(await getFeedSource())), FEEDS.json.type);
