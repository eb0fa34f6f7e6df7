package town.machi.messaging;

import town.machi.kernel.Place;

/// A 町字 that a friend lives in and a message is meant for; whatever 字 it holds belong to it.
///
/// @param id as the town's folder names it: `大字湯浦`; stable, used in segments
/// @param name as people say it: 湯浦
/// @param kana full-width katakana: ユノウラ
/// @param place a point inside
public record District(String id, String name, String kana, Place place) {}
