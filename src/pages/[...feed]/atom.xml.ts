import { toAtom } from '../../outputs/feeds/atom.ts';
import { wholeFeed } from '../../outputs/feeds/feed.ts';
import { type FeedRoute, feedPaths, feedResponse, getFeedSource } from '../../press/site/feeds.ts';

export const getStaticPaths = () => feedPaths(wholeFeed);

export const GET: FeedRoute = async ({ props }) =>
  feedResponse(toAtom(props.feed(await getFeedSource())));
