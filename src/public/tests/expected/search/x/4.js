debriefSearch.fragment(4,[["summary","Summary","All quay displays were blank for about a minute."]]);
