"""Small French word lists: functions, kinds of organisation, given names, places, words that are no names."""
