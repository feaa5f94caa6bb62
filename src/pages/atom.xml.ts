import type { APIRoute } from 'astro';
import { toAtom } from '../outputs/feeds/atom.ts';
import { siteFeed } from '../outputs/feeds/feed.ts';
import { feedResponse, getFeedSource } from '../press/site/feeds.ts';

export const GET: APIRoute = async () => feedResponse(toAtom(siteFeed(await getFeedSource())));
