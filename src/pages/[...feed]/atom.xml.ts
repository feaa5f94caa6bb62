import { wholeFeed } from '../../outputs/feeds/feed.ts';
import { type FeedRoute, feedPaths, feedResponse, getFeedSource } from '../../press/site/feeds.ts';

export const getStaticPaths = () => feedPaths(wholeFeed);

export const GET: FeedRoute = async ({ props }) => {
  // what writes Atom takes longer to load than most builds take, and few write it
  const { toAtom } = await import('../../outputs/feeds/atom.ts');
  return feedResponse(toAtom(props.feed(await getFeedSource())));
};
