import {
  archivePaths,
  type FeedRoute,
  feedResponse,
  getFeedSource,
} from '../../press/site/feeds.ts';

export const getStaticPaths = archivePaths;

export const GET: FeedRoute = async ({ props }) => {
  const { toAtom } = await import('../../outputs/feeds/atom.ts');
  return feedResponse(toAtom(props.feed(await getFeedSource())));
};
