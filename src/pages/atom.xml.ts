import type { APIRoute } from 'astro';
import { toAtom } from '../outputs/atom.ts';
import { siteFeed } from '../outputs/feed.ts';
import { feedResponse, getFeedSource } from '../site/feeds.ts';

export const GET: APIRoute = async () => feedResponse(toAtom(siteFeed(await getFeedSource())));
