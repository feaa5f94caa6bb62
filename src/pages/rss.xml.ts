import type { APIRoute } from 'astro';
import { siteFeed } from '../outputs/feeds/feed.ts';
import { toRss } from '../outputs/feeds/rss.ts';
import { feedResponse, getFeedSource } from '../press/site/feeds.ts';

export const GET: APIRoute = async () => feedResponse(await toRss(siteFeed(await getFeedSource())));
