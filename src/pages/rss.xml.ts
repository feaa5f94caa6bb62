import type { APIRoute } from 'astro';
import { siteFeed } from '../outputs/feed.ts';
import { toRss } from '../outputs/rss.ts';
import { feedResponse, getFeedSource } from '../site/feeds.ts';

export const GET: APIRoute = async () => feedResponse(await toRss(siteFeed(await getFeedSource())));
